"""Types of page pictures, and what counts as ink."""

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

DARK = 140
FAINT = 175
#: Orange, light green, mid-blue bars; the palest tints need no treatment.
TINTED = 205
