import sys


def test_message(name='x'):
    extra = 1
    message = '%(name)s %(extra)s' % locals()
    frame = sys._getframe().f_locals
    assert message and frame['extra'] == eval('extra')
    exec('name = extra', globals(), locals())
    assert 'extra' in dir() and vars()
