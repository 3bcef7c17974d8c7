class Machine:
    def __init__(self):
        self.model = {}

    def rule(self, key, value, *, model=None):
        model = self.model if model is None else model
        model[key] = value
        return {other: model[other] for other in model if other != key}


TestMachine = type('TestMachine', (Machine,), {'runTest': lambda self: self.rule(key=1, value=2)})
TestMachine.settings = {'steps': 3}
type(TestMachine).label = 'x'
