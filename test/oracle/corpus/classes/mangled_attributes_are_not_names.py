class Account:
    def __init__(self, balance):
        self.__balance = balance
        self.__class__.__count = 1

    def read(self, other):
        return self.__balance, other.__private, getattr(self, '__balance')
