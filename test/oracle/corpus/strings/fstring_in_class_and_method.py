class Label:
    name = 'x'
    text = f'{name} {[name for _ in name]}'

    def render(self, __value):
        return f'{self.name} {name} {__value} {__value=} {__class__}'
