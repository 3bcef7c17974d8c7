class Meta(type):
    pass


class Base:
    pass


class Derived(Base, metaclass=Meta, option=Base):
    Base = Meta
    Meta = Base
