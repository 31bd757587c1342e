"""Tables made in Word, Excel or a scheduling program, read as schedules and timetables."""
