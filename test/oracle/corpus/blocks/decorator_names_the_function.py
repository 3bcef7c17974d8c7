def handler(function):
    return function


@handler
def handler(event):
    return handler


class Events:
    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    @value.deleter
    def value(self):
        del self._value
