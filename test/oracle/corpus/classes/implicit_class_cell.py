class Base:
    def kind(self):
        return __class__


class Derived(Base):
    def kind(self):
        return super().kind(), __class__
