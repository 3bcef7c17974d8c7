name = 'value'
text = '{name} %(name)s $name' 'name' "name" """name""" r'name' u'name'
data = b'name' rb'name' b"""{name}"""
print('{name}'.format(name=name), '%(name)s' % {'name': name})
