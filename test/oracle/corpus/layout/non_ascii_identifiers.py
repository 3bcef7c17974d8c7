größe = 1
naïve = größe + 1
变量 = naïve
Ελλάδα = 变量


def größer(größe, 变量=变量):
    Ωmega = größe
    return Ωmega, lambda ñ: ñ + größe


class Étoile:
    __été = 1

    def lumière(self):
        return __été
