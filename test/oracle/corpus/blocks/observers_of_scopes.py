def report(name, value):
    extra = 1
    print('%(name)s %(value)s' % locals())
    print('{name}'.format(**vars()))
    return eval('extra'), dir(), globals()


exec('created = 1')
print(created, vars())
