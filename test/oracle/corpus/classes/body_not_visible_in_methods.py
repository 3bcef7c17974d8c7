rate = 1


class Account:
    rate = 2
    doubled = rate * 2

    def interest(self):
        return rate, self.rate
