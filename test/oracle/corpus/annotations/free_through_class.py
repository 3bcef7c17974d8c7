def build():
    Kind = int

    class Holder:
        value: Kind

        def method(self, other: Kind) -> 'Kind':
            return other

    return Holder
