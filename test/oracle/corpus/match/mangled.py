class Reader:
    def read(self, __subject):
        match __subject:
            case [__first, *__rest]:
                return __first, __rest
            case {'x': __x, **__others}:
                return __x, __others
            case __Reader(__a=__b) as __whole:
                return __b, __whole
            case __subject.__kind:
                return __subject
