import os; é = os
def use(é): return é, os
class A: é = 1; b = [é for é in (lambda: é)()]
