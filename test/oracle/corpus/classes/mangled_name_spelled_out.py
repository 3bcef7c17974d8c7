class Account:
    __balance = 1

    def read(self):
        return _Account__balance

    total = _Account__balance + __balance
