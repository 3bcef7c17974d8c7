def call(**options):
    return options


class Caller:
    def use(self, __value):
        return call(__value=__value, other=__value)


class Derived(Caller, __option=1):
    pass
