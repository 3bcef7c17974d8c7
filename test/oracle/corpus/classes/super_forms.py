class Derived(dict):
    def __init__(self, *args):
        super().__init__(*args)
        super(Derived, self).__init__()
        self.parent = super

    @staticmethod
    def build():
        return super

    def nested(self):
        def inner():
            return super().keys()

        return [super(Derived, self).get(key) for key in inner()]


def outside():
    return super
