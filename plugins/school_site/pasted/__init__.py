"""Tables made elsewhere (Word, Excel, a scheduling program) read as a schedule or a timetable: all of it, or nothing.

bytes → sheets → what was understood + what was not, each with its row and remedy
"""

from __future__ import annotations
