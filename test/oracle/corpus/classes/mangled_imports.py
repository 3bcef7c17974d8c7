class Loader:
    import __private
    import __package.__module
    import __package.__module as __alias
    from __package import __name, other as __other
    from . import __relative

    def use(self):
        import __local
        return __private, __package, __alias, __name, __other, __local, __relative
