import unittest


class testOldStyle(unittest.TestCase):
    def runTest(self):
        tmp = [1, 2, 3]
        for i in xrange(len(tmp)):
            foo = tmp[i]
            self.failUnless(foo, "%(foo)s %(i)s" % locals())
        tmp2 = map(lambda x: x + 1, tmp)
        self.assertEquals(tmp2, [x + 1 for x in tmp])


def suite():
    suite = unittest.TestSuite()
    suite.addTest(testOldStyle())
    return suite
