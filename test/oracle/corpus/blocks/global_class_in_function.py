def install():
    global Installed, helper

    class Installed:
        def method(self):
            return Installed

    def helper():
        return helper

    return Installed()
