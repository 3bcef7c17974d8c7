bases = (object,)
options = {}


class Derived(*bases, **options):
    bases = bases
