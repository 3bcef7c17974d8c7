#!/usr/bin/env python3
# -*- coding: utf-8 -*-
naïve = 'é'; other = naïve


def read(naïve):
    return naïve, other
