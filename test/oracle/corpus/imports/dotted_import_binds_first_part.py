import package.module.deep
import package.other

print(package.module.deep.value, package.other)


def use():
    import another.module
    return another.module, module
