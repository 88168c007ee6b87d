"""Growth is measured of what each role has, or a refusal would be what is measured."""

from tests.bench.parts import growth


def test_each_is_asked_for_the_lists_that_their_role_has() -> None:
    asked = {what for asker in growth.askers() for what in asker.measured}
    assert {
        *("/upphandlingar of a coordinator", "/utskick of a coordinator", "/forsok of a coordinator"),
        *("/bidra of a supplier", "/fragor of a supplier", "/forsok of a matcher", "/platser of a matcher"),
    } <= asked
    assert asked.isdisjoint({"/upphandlingar of a matcher", "/utskick of a supplier", "/forsok of a supplier"})
