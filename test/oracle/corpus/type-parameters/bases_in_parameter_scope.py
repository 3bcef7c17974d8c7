def outer(Base):
    class Derived[T](Base[T], key=[T for _ in Base], action=lambda: T):
        value = T, Base

    return Derived
