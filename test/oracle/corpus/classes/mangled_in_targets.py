class Scanner:
    def scan(self, __rows):
        for __row in __rows:
            pass
        with __rows as __handle, __rows as (__first, *__rest):
            pass
        try:
            pass
        except ValueError as __error:
            print(__error)
        del __row
        __handle += 1
        __first: int = 1
        return [__cell for __cell in __rows if (__last := __cell)]
