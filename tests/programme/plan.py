"""A small Latvian programme for the tests of how programmes are read."""

PLAN = """
# Lejasupes novada attīstības programma 2022.–2027. gadam

Apstiprināta ar Lejasupes novada domes 2022. gada 24. februāra lēmumu Nr. 112.

# Saīsinājumi

AN – Attīstības nodaļa

RV – rīcības virziens

# 1. Pašreizējās situācijas raksturojums

Novadu veido Lejasupes pilsēta, Birzmalu pagasts un Ozolkalna pagasts.
Birzmalu pagastā dzīvo 1200 iedzīvotāju.

# 2. Stratēģiskā daļa

VTP1. Pieejami pakalpojumi

RV1.1. Droši ceļi

U1.1.1. Sakārtot ielas

# 3. Rīcības plāns

1. tabula. Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš | Finansējuma avots | Rezultāts | Mērķteritorija |
| --- | --- | --- | --- | --- | --- | --- |
| VTP1. Pieejami pakalpojumi |||||||
| RV1.1. Droši ceļi |||||||
| U1.1.1. Sakārtot ielas |||||||
| P1.1.1.1 | Pārbūvēt Skolas ielu | AN | 2024 | PB, ERAF | 1,2 km ielas | Birzmalu pagasts |
| P1.1.1.2 | Atjaunot tiltu | ^^ | 2025 | Pašvaldības budžets | 1 tilts | Ozolkalna pagasts |

# 4. Investīciju plāns

| Nr. | Projekta nosaukums | Atbilst uzdevumam | Summa (EUR) | Finanšu instrumenti || Atbildīgais |
| ^^ | ^^ | ^^ | ^^ | Pašvaldības budžets | ES fondu finansējums | ^^ |
| --- | --- | --- | --- | --- | --- | --- |
| VTP1. Pieejami pakalpojumi |||||||
| 1. | Skolas ielas pārbūve | U1.1.1 | 120 000 | 20 000 | 100 000 | AN |
| 2. | Tilta atjaunošana | U1.1.1 | 80 000 | 80 000 | 0 | AN |
| Kopā VTP1 ||| 200 000 | 100 000 | 100 000 |  |
| Kopā ||| 200 000 | 100 000 | 100 000 |  |

# 5. Īstenošanas uzraudzības un novērtēšanas kārtība

| Rādītājs | Mērvienība | Bāzes vērtība | Mērķa vērtības || Datu avots |
| ^^ | ^^ | 2021 | 2024 | 2027 | ^^ |
| --- | --- | --- | --- | --- | --- |
| Ceļu satiksmes negadījumi | skaits | 14 | 10 | 7 | CSDD |
| Iedzīvotāju apmierinātība | % | 61 | 65 | ↑ | aptauja |
"""
