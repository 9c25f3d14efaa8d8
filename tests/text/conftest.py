"""Properties are held on shared, slow machines too: no test fails for want of speed."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
