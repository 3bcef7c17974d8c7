class Builder:
    helper = staticmethod(lambda value: value)
    value = helper(1)
    del helper

    def use(self):
        return helper
