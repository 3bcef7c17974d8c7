class Parser:
    def tokens(self):
        return []

    def parse(self):
        return tokens, parse, self.tokens()

    parse_all = parse
    alias = [tokens, parse]
