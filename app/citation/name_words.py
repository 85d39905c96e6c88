"""Words by which a name is known for an organisation's or a person's, and by which its surname is found."""

import re

from app.base.text import fold


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CORPORATE = re.compile(
    r"\b(?:press|news\w*|agency|agencies|staff|desk|team|editorial|editors|reporters|correspondents?|office|ministry|institute|university|"
    r"association|committee|council|department|foundation|organi[sz]ation|union|group|gmbh|ltd|inc|ag|s\.a\.|redaktion|agentur|rédaction|"
    r"agence|redacción|agencia|redazione|agenzia|redação|agência|redactie|redakcja|agencja|редакция|агентство|bureau|service|courier|wire|"
    r"partners|sons|llc|llp|plc|corp|ministerio|ministère|ministério|ministerium|universidad|université|universität|instituto|institut|"
    r"fundación|stiftung|verein|federation|commission|society|company)\b",
    re.IGNORECASE,
)
AGENCY = re.compile(
    r"\b(?:agency|agencies|agence|agencia|agenzia|agência|agentur|agencja|агентство|wire service|reuters|associated press|afp|dpa|ansa|tass|xinhua|apa|"
    r"efe|pap|ntb|tt|ritzau|belga|anp|lusa|interfax|ukrinform)\b",
    re.IGNORECASE,
)
NOT_IN_PERSONS = _set(
    "of for the without with against für gegen pour sans avec para sin contra per contro voor zonder für dla för för pentru"
)
"""Small words that join the parts of an organisation's name ("Doctors without Borders"), and stand in no person's."""
PARTICLES = _set(
    "de del della delle dello dei degli di da das do dos du des d la las le les lo los van von vom der den het ter ten te zu zum zur af av "
    "aan op bij uit 't 's in al el ul bin ibn ben bint abu ould ap nic ní mac dal zur san"
)
"""Small words before a surname that belong to it, also where a name is written with a capital ("De Niro", "Le Pen")."""
NEVER_FIRST = _set("in san mac ben")
"""Of them, those that with a capital are names or words of their own ("Ben", "San")."""
SURNAME_AND = _set("y e i")
"""What joins two surnames of one person: "Ortega y Gasset", "Prat i Fatjó", "Costa e Silva"."""
SUFFIX = re.compile(r"^(?:Jr|Sr|Jnr|Snr)\.?$|^(?:II|III|IV|VI{0,3})$")
DEGREE = re.compile(r"^(?:Ph\.?\s?D|M\.?\s?D|MBA|M\.?A|M\.?Sc|B\.?A|B\.?Sc|J\.?D|LL\.?[BM]|Esq|RN|CPA|OBE|MBE|CBE)\.?$")
"""What stands behind a name and is none of it; manuals leave it out (Chicago 17 §14.78, APA 7 §9.9)."""
PORTUGUESE_KIN = _set("filho neto netto sobrinho júnior junior")
"""What tells a Portuguese namesake apart is a part of the surname: "Costa Filho, João"."""
TWO_SURNAMES = _set("es ca gl eu ast")
"""Languages whose people have two surnames, of which the first is the one that counts."""
SURNAME_FIRST = _set("hu zh ja ko vi yue")
"""Languages that write the surname first, and foreign names the other way round, so that only a reader knows which it is."""
NO_SURNAMES = _set("is")
"""Languages whose people have a father's name in place of a surname, and are listed by their given name."""

SPANISH_GIVEN = _set(
    fold(
        "Adela Adolfo Agustín Aitana Alba Alberto Alejandra Alejandro Alfonso Alfredo Alicia Álvaro Amparo Ana Andrea Andrés Ángel Ángela Ángeles "
        "Antonia Antonio Arturo Aurora Beatriz Belén Benito Bernardo Blanca Camila Carlos Carlota Carmen Carolina Catalina Cecilia César Clara "
        "Concepción Consuelo Cristina Cristóbal Daniela Diego Dolores Eduardo Elena Emilia Emilio Enrique Ernesto Esperanza Esteban Esther Eugenia "
        "Eugenio Eva Fabiola Federico Felipe Fernanda Fernando Fidel Francisca Francisco Gabriel Gabriela Gerardo Gloria Gonzalo Graciela Guadalupe "
        "Guillermo Gustavo Héctor Hugo Ignacio Inés Irene Isabel Isidro Ismael Iván Jacinto Jaime Javier Jesús Jimena Joaquín Jordi Jorge José "
        "Josefa Josefina Juan Juana Juanjo Julia Julián Julio Laura Leonor Leticia Lorena Lourdes Lucía Luis Luisa Luz Magdalena Manuel Manuela Marcela "
        "Marcelo Margarita María Mariana Mariano Mario Marta Mateo Mauricio Mercedes Miguel Milagros Mónica Montserrat Natalia Nieves Nuria "
        "Olga Óscar Pablo Paloma Patricia Paula Pedro Pilar Rafael Ramiro Raquel Raúl Rebeca Ricardo Roberto Rocío Rodrigo Rosa Rosario "
        "Salvador Sebastián Sergio Silvia Sofía Soledad Susana Teresa Tomás Valentina Verónica Vicente Victoria Virginia Ximena Xavier Yolanda"
    )
)
"""Frequent given names (INE Spain, "Frecuencia de nombres"; INEGI Mexico), folded; those that are more often surnames are left out."""
SPANISH_SURNAMES = _set(
    fold(
        "Acosta Aguilar Aguirre Alarcón Alonso Álvarez Allende Aranda Arias Ávila Ayala Azaña Benítez Blanco Borges Bravo Caballero Cabrera Calvo "
        "Campos Cano Carmona Carrasco Castillo Castro Cervantes Contreras Cortés Cortázar Crespo Cruz Delgado Díaz Domínguez Durán Echeverría Escobar "
        "Espinosa Espinoza Esteban Estévez Fernández Ferrer Figueroa Flores Fuentes Gallardo Gallego Gálvez García Garrido Garzón Gil Giménez "
        "Gómez González Guerrero Gutiérrez Guzmán Hernández Herrera Herrero Hidalgo Ibáñez Iglesias Izquierdo Jiménez Juárez Lara León López Lorca "
        "Lorenzo Lozano Luna Machado Maldonado Marín Márquez Martín Martínez Medina Méndez Mendoza Menéndez Merino Molina Montero Montes Montoya Mora "
        "Morales Moreno Moya Muñoz Narváez Navarro Nieto Núñez Ochoa Olmos Ordóñez Orozco Ortega Ortiz Pacheco Pardo Parra Pascual Pastor Paz "
        "Peña Perea Pérez Pizarro Prieto Puig Quintana Quintero Ramírez Ramos Rentería Rey Reyes Reverte Rincón Ríos Rivas Rivera Robles Rodríguez "
        "Rojas Roldán Román Romero Rosales Rubio Rueda Ruiz Sáez Salas Salazar Salinas Sánchez Sandoval Santamaría Santana Santiago Sanz Saura Segura "
        "Serrano Silva Solís Soler Sosa Soto Suárez Tapia Téllez Toledo Torres Trujillo Valdés Valencia Valle Vallejo Vargas Vázquez Vega Velasco Velázquez "
        "Vera Vicario Vidal Villanueva Zafón Zamora Zapatero Zapata"
    )
)
"""Frequent surnames (INE Spain, "Frecuencia de apellidos"; INEGI Mexico), folded."""
SURNAMES_THAT_LEAD = _set(
    "bui cai cao choi deng dinh duong feng gao guo hoang huang huynh jeong jiang kang liang liu luo mao ngo nguyen nguyễn park peng pham phạm phan shen "
    "tran trần tsai wang xi xiao xie xu yoon yuan zeng zhang zhao zheng zhou zhu"
)
"""Surnames of Chinese, Korean and Vietnamese people that are no given names elsewhere: where one leads, the name is in its own order."""
