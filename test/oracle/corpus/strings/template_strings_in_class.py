class Page:
    title = 'x'
    text = t'{title} {[title for _ in title]}'

    def render(self, __value):
        return t'{__value} {title}'
