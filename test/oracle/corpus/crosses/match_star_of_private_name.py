class Holder:
    __source = None
    match __source:
        case [_, *__name]:
            print(__name)

    def method(self, __source):
        match __source:
            case [_, *__name]:
                print(__name)
        return __name, lambda: __name

    def closure(self, __source):
        __name = 0

        def inner():
            nonlocal __name
            match __source:
                case [_, *__name]:
                    print(__name)
            return __name

        return inner
