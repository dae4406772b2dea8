"""Opens workbooks in LibreOffice, times one edited allocation, and prints a line of JSON for each.

Usage: python3 libreoffice.py file.xlsx ...   Needs libreoffice-calc and python3-uno, and the system's own Python.
Starts a LibreOffice with a profile and a pipe of its own and ends only that one.
"""
import json, os, shutil, subprocess, sys, tempfile, time

try:
    import uno
    from com.sun.star.beans import PropertyValue
except ImportError as problem:
    sys.exit("python3-uno is missing: %s" % problem)

NAME = "headroom%d" % os.getpid()
PROFILE = tempfile.mkdtemp(prefix=NAME)
EDITS = 5

office = subprocess.Popen(
    ["soffice", "--headless", "--invisible", "--norestore", "--nologo",
     "-env:UserInstallation=file://" + PROFILE, "--accept=pipe,name=%s;urp;" % NAME],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def connect():
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(480):
        try:
            remote = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % NAME)
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except Exception:
            time.sleep(0.25)
    sys.exit("LibreOffice did not start")


def cpu():
    """CPU seconds of the LibreOffice started here: every process of its session, to a hundredth of a second."""
    total = 0
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % pid) as stat:
                field = stat.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(field[3]) == office.pid:
            total += (int(field[11]) + int(field[12])) / os.sysconf("SC_CLK_TCK")
    return total


def timed(work):
    before, start = cpu(), time.time()
    work()
    return time.time() - start, cpu() - before


def measure(desktop, file):
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL("file://" + os.path.abspath(file), "_blank", 0, (hidden,))
    document.calculateAll()
    total = document.Sheets.getByName("Total")
    gap = document.Sheets.getByName("Gap")
    cursor = gap.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    grid = gap.getCellRangeByPosition(1, 1, end.EndColumn, end.EndRow).getDataArray()
    totals = [total.getCellByPosition(i, 1).Value for i in range(3)]
    cell = document.Sheets.getByName("Allocations").getCellByPosition(4, 1)
    before = cell.Value

    def edit(hours):
        cell.Value = hours
        document.calculate()
        return total.getCellByPosition(1, 1).Value  # a cell that is not read may not be computed yet

    edits = [timed(lambda: edit(before + 1 + k)) for k in range(EDITS)]
    document.close(True)
    return {"totals": totals, "grid": grid,
            "editMs": 1000 * min(wall for wall, _ in edits), "editCpuMs": 1000 * min(used for _, used in edits)}


desktop = connect()
for file in sys.argv[1:]:
    print(json.dumps(measure(desktop, file)), flush=True)
try:
    desktop.terminate()
except Exception:
    pass
try:
    office.wait(20)
except subprocess.TimeoutExpired:
    office.kill()
shutil.rmtree(PROFILE, ignore_errors=True)
sys.stdout.flush()
os._exit(0)  # pyuno may crash while the interpreter ends; everything is written by now
