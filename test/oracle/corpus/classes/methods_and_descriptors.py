class Product:
    count = 0

    def __init__(self, name, price=0):
        self.name, self.price = name, price
        Product.count += 1

    @property
    def label(self):
        return f'{self.name}: {self.price}'

    @label.setter
    def label(self, label):
        self.name = label

    @classmethod
    def make(cls, *args):
        return cls(*args)

    @staticmethod
    def free(name):
        return Product(name)
