ﬁle = 1
print(file)
ª = 2
print(a)


def ℌ(ｘ, 𝒚=ﬁle):
    x = ｘ + y
    return H, 𝐱


class Ⅷ:
    ſelf = 1
    both = self, VIII
