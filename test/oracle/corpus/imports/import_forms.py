import os
import os.path
import xml.dom.minidom, xml.sax as sax
import collections.abc as abc, sys as system
from os import path
from os.path import join as joined, split
from collections import (
    OrderedDict,
    defaultdict as mapping,  # with a comment
    deque,
)
