def listcomp():
    lambda_ = [item for item in range(3)]
    return lambda_


def genexpr(values):
    return (value for value in values)


class listcomp_class:
    def setcomp(self):
        return {item for item in self}
