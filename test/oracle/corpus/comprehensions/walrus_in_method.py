class Scanner:
    last = 1

    def scan(self, tokens):
        found = [last := token for token in tokens if (self_last := self.last)]
        return found, last, self_last
