class Factory:
    kind = 'outer'

    def build(self, kind):
        class Product:
            label = kind
            kind = 'inner'

            def describe(self):
                def detail():
                    return kind, self, Product

                return detail

        return Product
