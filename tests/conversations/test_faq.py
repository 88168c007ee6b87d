"""What is asked often: found by whatever people write, shown with its day, and worded by those who lead."""

from tests.city import City


async def test_try(city: City) -> None:
    print(await city.maleri.says("/fragor"))
    print(city.maleri.buttons)
    print(await city.maleri.presses("Försäkring"))
    print(city.maleri.buttons)
    print(await city.maleri.says("lön?"))
    print(await city.maleri.says("va blire om man int kommer"))
    print(await city.maleri.says("/fragor blaj"))
    print(await city.maleri.says("Hur många fönster är det?"))
    karin = city.coordinator
    print(await karin.says("/fragor"), karin.buttons)
    print(await karin.presses("Försäkring"), karin.buttons)
    print(await karin.presses("Ändra"), karin.buttons)
    print(await karin.presses("På svenska"), karin.buttons)
    print(await karin.presses("Låt stå"), karin.buttons)
    print(await karin.says("Ja.\nAlltid."), karin.buttons)
    print(await karin.presses("Nej, det gäller alla"), karin.buttons)
    print(await karin.presses("Spara"), karin.buttons)
    print(await karin.presses("Tidigare lydelser"), karin.buttons)
    print(await karin.presses("Till frågan"), karin.buttons)
    print(await karin.presses("Dölj"), karin.buttons)
    print(await karin.says("/fragor"), karin.buttons)
    print(await karin.presses("Lägg till en fråga"), karin.buttons)
    print(await karin.says("Var parkerar man?"), karin.buttons)
    print(await karin.says("På gården."), karin.buttons)
    print(await karin.presses("Inte på engelska"), karin.buttons)
    print(await karin.presses("Nej, det gäller alla"), karin.buttons)
    print(await karin.presses("Spara"), karin.buttons)
    print(await city.maleri.says("kan man parkera hos er"))
    assert 0
