class Reader:
    __kind = 'x'

    def read(self, subject):
        match subject:
            case {'a': __value, **__rest}:
                return __value, __rest
            case [__first, *__others] as __whole:
                return __first, __others, __whole
            case __Point(__x=__y):
                return __y
