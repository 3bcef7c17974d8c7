class Scanner:
    def scan(self, tokens):
        return [__last := __token for __token in tokens], __last
