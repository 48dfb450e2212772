"""stub"""
from jianbao.parse.labels import *
def tag(lines): return tuple(LineTag(Label.PARAGRAPH, i==0, 1.0, 1.0) for i,_ in enumerate(lines))
