class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **options):
        return {'injected': 1}


class Model(metaclass=Meta):
    copied = injected
