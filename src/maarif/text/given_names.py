"""Given names that stand by themselves: neither a short form of another nor to be taken for one."""

from __future__ import annotations

from maarif.text.fold import fold

#: English, German, French, Spanish, Turkish and Polish, collected by hand.
_NAMES = """
jana janina janine christiane paulina pauline paul paula carla carlotta carlo josefina marian mariana mariano
mariusz marzena julian julien juliane juliana justin justine dennis denise emma emil ida ina ines irene iris
karla kai kaya lea leah linda linus lennart lennox lia lilly lorena lotte luana luciana lucia lucie adriana
lucy lydia malte marlene mara marlon mats maren merle mila milan milena moritz nadine nina noah nora adriano
norbert olaf olga oskar otto pia philippa rainer ralf regina renate romina rosa ruben ruth sabine fabian
sandro sergio silke silvia sven svenja tanja thea till tim tom torsten thorsten uwe ute vanessa wanda jonas
werner yvonne zoe aylin baris berk burak can cem deniz elif emre erdem esra fatih gul hakan hulya orhan
kerem levent meltem merve nazan onur ozan ozgur pinar selin serkan sevgi sibel tuncay tugba turgut ayten
ugur volkan yavuz adam artur artem bozena danuta dariusz ewelina grazyna halina iwona jakub jaroslaw kamil
karolina krystyna leszek marcin marek miroslaw pawel przemyslaw renata roman slawomir sylwia kamila gerhild
urszula wieslaw adele adrien agathe amelie arnaud aurelie baptiste camille cedric claire claude clement
clemence corinne delphine denis elodie emilie fabien fabrice florence florent gaelle gilles herve hugo lara
isabelle jerome joel laetitia lucien ludovic marion maxime melanie noel odile pascal pascale regis remi
serge severine solene sylvain sylvie thibault thierry valentin virginie xavier yann yannick yves alba alicia
alvaro araceli aurora borja carmen cecilia clara emilia esteban estela gloria gracia hector iker irina ingo
inmaculada israel itziar javier jorge josue laura leticia marta mireia noelia nuria oscar pablo raquel rocio
rodrigo salvador sonia yolanda aaron abigail amber amy ashley austin beth blake brandon brenda brian bruce
caleb carol chloe cody connor craig cynthia dale darren dean derek diana donna douglas duncan dylan ellen eric
erik erin ethan evan fiona gareth gary gavin glenn gordon grace graham grant hazel heather holly howard jason
joyce judith judy karen keith kelly kevin kyle lauren logan lynn megan melissa neil norman owen paige phyllis
ralph rachel roy ross ryan scott shane sharon sheila shirley stuart tara tracy travis trevor tyler wayne wendy
"""

#: All of them, folded.
STANDING_ALONE = frozenset(map(fold, _NAMES.split()))

#: Forms that are names of equal standing, borne side by side in one family; a short form is none of them.
_COGNATES = tuple(
    frozenset(map(fold, line.split()))
    for line in (
        "maria marie mary mia mariam", "andrea andreas andre andres andrew",
        "christian christine christina", "anna anne ana hanna anja", "jan jean juan john johann hans ivan sean",
        "julia julie", "michael michel miguel", "peter pierre pedro petra", "elena helena helene lena",
        "sofia sophie zofia", "sara sarah sally", "stefan stephan steven", "louis ludwig luis lewis",
        "katharina kathrin katrin kirsten", "isabel isabella lisa elise", "johanna jeanne juana joan",
        "niklas niels nils", "markus marco", "karl carlos charles",
    )
)  # fmt: skip


def are_cognates(one: str, other: str) -> bool:
    """Tell whether two different folded words are names of equal standing, though forms of one: Marie, Maria."""
    return one != other and any(one in names and other in names for names in _COGNATES)
