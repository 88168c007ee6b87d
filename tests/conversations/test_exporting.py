from io import BytesIO
from python_calamine import CalamineWorkbook
from tests.city import City
from tests.placements import has_somebody


async def test_trial(city: City) -> None:
    await has_somebody(city)
    print(await city.coordinator.says("/exportera"))
    print(city.coordinator.buttons)
    print(await city.coordinator.presses("Placeringar"))
    print(await city.coordinator.presses("CSV"))
    last = city.coordinator.last
    print(last.file_name, city.telegram.shelf.find(last.file_id).content.decode())
    await city.coordinator.says("/exportera")
    print(await city.coordinator.presses("Allt i en arbetsbok"))
    book = CalamineWorkbook.from_filelike(BytesIO(city.telegram.shelf.find(city.coordinator.last.file_id).content))
    print(city.coordinator.last.file_name)
    for name in book.sheet_names:
        print(name, book.get_sheet_by_name(name).to_python())
    raise AssertionError
